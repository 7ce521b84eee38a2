# The container image: the compiled program, its packages, what it knows, and Node. Nothing in it can install or build.
# The base image is named by digest, as the official images list it (docker-library/repo-info); Dependabot renews it.
FROM node:24.20.0-trixie-slim@sha256:50c3b2f6988dfc307b86e5301d69611af31f4789bdf232863b07d3b02fe55ae0 AS base
WORKDIR /app

FROM base AS build
COPY package.json package-lock.json .npmrc ./
# No install script is needed here: Node is that of the image.
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY scripts/build.mjs scripts/compile-ahead.mjs scripts/ship-knowledge.mjs scripts/
COPY src src
COPY knowledge knowledge
# Node keeps what it compiles ahead for the user that it runs as.
RUN node scripts/build.mjs && rm -rf dist/.compiled && mkdir dist/.compiled && chown 1000:1000 dist/.compiled
USER 1000:1000
RUN node scripts/compile-ahead.mjs

FROM base AS packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM base AS final
ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Hexfix" \
      org.opencontainers.image.description="A bot for Microsoft Teams and Slack that explains Windows error codes" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
# A data folder for whoever runs it without PostgreSQL: a new volume there takes its owner.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack \
      /opt/yarn-* /usr/local/bin/yarn /usr/local/bin/yarnpkg \
    && mkdir /data && chown 1000:1000 /data
COPY package.json LICENSE NOTICE THIRD_PARTY_NOTICES.md ./
COPY deploy/health.mjs ./
COPY --from=packages /app/node_modules node_modules
COPY knowledge knowledge
COPY --from=build /app/dist dist
ENV NODE_ENV=production HEXFIX_HOST=0.0.0.0 HEXFIX_PORT=3978 HEXFIX_DATA_DIR=/data
# By number, so that Kubernetes can see that it is not root.
USER 1000:1000
EXPOSE 3978
STOPSIGNAL SIGTERM
# Alive, not ready: whoever restarts unhealthy containers must not restart them because the database is away.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 CMD ["node", "health.mjs", "/healthz"]
ENTRYPOINT ["node"]
CMD ["dist/main.js"]
