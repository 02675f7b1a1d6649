package errand.bench.raw;

import java.nio.ByteBuffer;

/**
 * What the raw bound sends: a plan's number, what it is about, and filling up to the size of a
 * small event.
 */
record Raw(long number, byte kind) {

    static final String INBOX = "bench.raw.inbox";
    static final String TASKS = "bench.raw.tasks";
    static final String DONE = "bench.raw.done";
    static final int PARTITIONS = 4;
    static final int SIZE = 256;

    static final byte SUBMITTED = 0;
    static final byte A = 1;
    static final byte B = 2;
    static final byte C = 3;
    static final byte D = 4;
    static final byte CLOSED = 5;

    byte[] key() {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    byte[] value() {
        return ByteBuffer.allocate(SIZE).putLong(number).put(kind).array();
    }

    static Raw of(byte[] value) {
        ByteBuffer in = ByteBuffer.wrap(value);
        return new Raw(in.getLong(), in.get());
    }
}
