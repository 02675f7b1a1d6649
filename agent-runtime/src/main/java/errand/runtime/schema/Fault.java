package errand.runtime.schema;

/**
 * One thing that does not fit.
 *
 * @param path JSON pointer into the checked text; empty for the whole of it
 * @param message what is wrong there, in English
 */
public record Fault(String path, String message) {

    @Override
    public String toString() {
        return (path.isEmpty() ? "(whole)" : path) + ": " + message;
    }
}
