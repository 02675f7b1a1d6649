package errand.bench.load;

import java.util.function.LongConsumer;

/**
 * Something that can be asked for one piece of work after the other and tells when each is done.
 */
public interface Load extends AutoCloseable {

    /** Begins to tell the numbers of what is done, on a thread of its own. */
    void start(LongConsumer done);

    /** Asks for the work with this number; returns before it is done. */
    void ask(long number);

    @Override
    void close();
}
