FROM eclipse-temurin:25-jre
COPY registry /deployments
WORKDIR /deployments
USER 1001
EXPOSE 8080
CMD ["bash", "-c", "exec java -Dquarkus.http.host=0.0.0.0 $JAVA_OPTS_APPEND -jar quarkus-run.jar"]
