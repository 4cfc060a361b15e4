// Stands for the package `server-only`, which throws outside the server build of React.
export {};
