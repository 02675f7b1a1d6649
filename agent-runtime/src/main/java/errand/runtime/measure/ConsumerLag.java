package errand.runtime.measure;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How far readers are behind, as Kafka's consumers saw it with their last fetch. */
public final class ConsumerLag {

    private ConsumerLag() {}

    /**
     * Records of a topic that are written and not read yet, over all partitions that are read here.
     *
     * @param metrics of one consumer, or of several, as Kafka Streams gives them
     */
    public static double records(Map<MetricName, ? extends Metric> metrics, String topic) {
        return metrics.values().stream()
                .filter(metric -> isLagOf(topic, metric.metricName()))
                .map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .filter(Double::isFinite)
                .sum();
    }

    private static boolean isLagOf(String topic, MetricName name) {
        return name.name().equals("records-lag")
                && name.tags().containsKey("partition")
                && topic.equals(name.tags().get("topic"));
    }
}
