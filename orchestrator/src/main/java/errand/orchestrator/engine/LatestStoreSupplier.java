package errand.orchestrator.engine;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/** Makes the store of each partition. */
record LatestStoreSupplier(String name) implements KeyValueBytesStoreSupplier {

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new LatestStore(name);
    }

    @Override
    public String metricsScope() {
        return "errand-latest";
    }
}
