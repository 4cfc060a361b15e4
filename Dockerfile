# syntax=docker/dockerfile:1
# Three images from one file: `migrate` (tables and reference data, runs and ends) and `web` (serves) share a build.
FROM node:22-bookworm-slim AS packages
WORKDIR /portal
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --include=optional

FROM packages AS build
COPY . .
# Names of server actions are salted with this key at build time: give the key that the web gets at run time.
RUN --mount=type=secret,id=actions_key \
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY="$(cat /run/secrets/actions_key 2>/dev/null)" node scripts/build.mjs

FROM build AS migrate
ENV NODE_ENV=production
USER node
CMD ["node", "scripts/migrate.mjs"]

FROM node:22-bookworm-slim AS web
WORKDIR /portal
# HOSTNAME: inside a container the server must listen on every interface, not on the container's own name.
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000 FILES_DIR=/portal/files NEXT_TELEMETRY_DISABLED=1
COPY --from=build --chown=root:root /portal/.next/standalone ./
RUN mkdir -p /portal/files && chown node:node /portal/files
USER node
VOLUME /portal/files
EXPOSE 3000
# SIGTERM lets requests under way finish: allow 30 s (stop_grace_period) before the kill.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
