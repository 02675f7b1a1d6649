package errand.orchestrator.engine;

import errand.schemas.Topics;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Kafka does not take stops the thread, which then does the input again: nothing is dropped.
 * Except a dead letter that became too large by its headers: the record still lies in the inbox.
 */
public final class LossRefused implements ProductionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LossRefused.class);

    @Override
    public Response handleError(
            ErrorHandlerContext context,
            ProducerRecord<byte[], byte[]> record,
            Exception exception) {
        if (exception instanceof RecordTooLargeException
                && record.topic().endsWith(Topics.deadLetters(""))) {
            LOG.error(
                    "The dead letter of {}-{}@{} is too large for topic '{}'; look at that offset: {}",
                    context.topic(),
                    context.partition(),
                    context.offset(),
                    record.topic(),
                    exception.getMessage());
            return Response.resume();
        }
        LOG.error(
                "Kafka did not take a record for topic '{}' ({}): the input {}-{}@{} will be done again",
                record.topic(),
                exception.toString(),
                context.topic(),
                context.partition(),
                context.offset());
        return Response.fail();
    }

    @Override
    public void configure(Map<String, ?> configs) {}
}
