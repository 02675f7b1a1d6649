# One of Errand's services. `./errand images` puts the context together (jars, run files) and builds
# an image for each; nothing is downloaded, except the base image where it is not there yet.
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}

# Layers from what changes rarely to what changes often: libraries, our own jars, which service.
COPY lib/ /errand/lib/
COPY own/ /errand/lib/
COPY conf/ /errand/conf/

ARG SERVICE
COPY run/${SERVICE} /errand/run
LABEL org.opencontainers.image.title="errand ${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0"

# A number, so that Kubernetes' runAsNonRoot can tell; no name is needed.
USER 10001:10001
WORKDIR /tmp
EXPOSE 8080

# Says whether it takes work. A small Java program, since the base image need not have curl or bash.
HEALTHCHECK --interval=10s --timeout=8s --start-period=180s --retries=3 \
    CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx16m", "-cp", "/errand/lib/agent-runtime.jar", "errand.runtime.health.Ready"]

# The run file has class path and main class; JDK_JAVA_OPTIONS adds options. No shell: java is
# process 1 and gets the signal to stop.
ENTRYPOINT ["java", "@/errand/conf/jvm", "@/errand/run"]
