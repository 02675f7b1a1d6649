package errand.runtime.kafka;

/** The broker cannot do what agents stand on. */
public final class BrokerTooOld extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    BrokerTooOld(String bootstrapServers, int shareVersion) {
        super(
                ("The Kafka broker at %s has no share groups (feature share.version is %d)."
                                + " Errand needs Apache Kafka 4.3 or newer with share.version 1 or"
                                + " above: kafka-features --bootstrap-server %s upgrade --feature"
                                + " share.version=1")
                        .formatted(bootstrapServers, shareVersion, bootstrapServers));
    }
}
