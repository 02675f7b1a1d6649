FROM stand-in/debian:bookworm
COPY prometheus promtool /bin/
RUN mkdir /prometheus && chown 65534 /prometheus
USER 65534
WORKDIR /prometheus
VOLUME /prometheus
EXPOSE 9090
ENTRYPOINT ["/bin/prometheus"]
