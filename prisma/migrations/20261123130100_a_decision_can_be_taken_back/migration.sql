-- The centre takes its decision about a sign back: the sign is undecided again. The steps before stay.
ALTER TYPE "sign_step" ADD VALUE 'WITHDRAWN';
