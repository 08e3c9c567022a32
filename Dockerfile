# One image; the server by default, the worker with: node dist/main/worker.js

FROM node:20-bookworm-slim AS build
WORKDIR /avow
COPY package.json package-lock.json .npmrc ./
RUN npm ci --engine-strict --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
# Roots of trust for TLS to the engine and the mail server; the slim image has none.
RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production
WORKDIR /avow
COPY --from=build --chown=root:root /avow/package.json ./
COPY --from=build --chown=root:root /avow/node_modules ./node_modules
COPY --from=build --chown=root:root /avow/dist ./dist
USER node
EXPOSE 8080
STOPSIGNAL SIGTERM
CMD ["node", "dist/main/server.js"]
