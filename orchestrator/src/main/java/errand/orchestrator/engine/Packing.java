package errand.orchestrator.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * One value of the changelog, compressed: its full size in four bytes, then an LZ4 block. Kafka's
 * own compression works on batches, which here hold a record or two, and takes 128 KiB of heap for
 * each.
 */
final class Packing {

    /** Below this there is nothing to gain. */
    private static final int AT_LEAST = 512;

    private static final int HEADER = 4;
    private static final LZ4Compressor COMPRESSOR = LZ4Factory.fastestInstance().fastCompressor();
    private static final LZ4SafeDecompressor DECOMPRESSOR =
            LZ4Factory.fastestInstance().safeDecompressor();

    private Packing() {}

    /** Compressed; the same array when it is too short for that. */
    static byte[] pack(byte[] full) {
        if (full.length < AT_LEAST) {
            return full;
        }
        byte[] packed = new byte[HEADER + COMPRESSOR.maxCompressedLength(full.length)];
        int length = COMPRESSOR.compress(full, 0, full.length, packed, HEADER);
        ByteBuffer.wrap(packed).putInt(full.length);
        return Arrays.copyOf(packed, HEADER + length);
    }

    /** What {@link #pack} made smaller, from an index on to the end. */
    static byte[] unpack(byte[] bytes, int from) {
        byte[] full = new byte[fullSize(bytes, from)];
        int begins = from + HEADER;
        DECOMPRESSOR.decompress(bytes, begins, bytes.length - begins, full, 0);
        return full;
    }

    static int fullSize(byte[] bytes, int from) {
        return ByteBuffer.wrap(bytes).getInt(from);
    }
}
