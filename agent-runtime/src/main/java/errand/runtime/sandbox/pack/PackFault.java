package errand.runtime.sandbox.pack;

/**
 * Something in a world pack that cannot be used.
 *
 * @param file below the pack's folder
 * @param line from 1; 0 when it is about the whole file
 * @param reason what, why, and what is possible
 */
public record PackFault(String file, int line, String reason) {

    /** {@code taobao/goods.csv:7: price: '-3' …}. */
    @Override
    public String toString() {
        return line == 0 ? file + ": " + reason : file + ":" + line + ": " + reason;
    }
}
