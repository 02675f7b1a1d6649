FROM eclipse-temurin:25-jre
COPY libs /opt/kafka/libs
COPY kafka /etc/kafka/docker
RUN chmod 755 /etc/kafka/docker/run && useradd --uid 1000 --create-home appuser && \
    mkdir -p /var/lib/kafka/data /mnt/shared/config /opt/kafka/config && \
    chown -R appuser /var/lib/kafka /mnt/shared/config /opt/kafka/config /etc/kafka
USER appuser
EXPOSE 9092
VOLUME ["/var/lib/kafka/data", "/mnt/shared/config"]
CMD ["/etc/kafka/docker/run"]
