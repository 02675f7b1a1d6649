package errand.orchestrator.documents;

/** Text of others inside a message: short, and on one line. */
final class Shown {

    private static final int AT_MOST = 120;

    private Shown() {}

    static String of(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= AT_MOST ? line : line.substring(0, AT_MOST) + "…";
    }
}
