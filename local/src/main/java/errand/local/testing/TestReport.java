package errand.local.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Sums Surefire's XML reports of all modules: what failed, what was skipped and why, and {@code N
 * passed, N failed, N skipped} on the last line. Uses the JDK alone: {@code ./errand test} runs it
 * from source, also when nothing compiles.
 */
public final class TestReport {

    private static final int LINES_OF_A_FAILURE = 6;

    private final List<String> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int passed;

    private TestReport() {}

    /** {@code TestReport ROOT SUITES [what else failed…]}. */
    public static void main(String[] args) throws Exception {
        var rest = List.of(args).subList(2, args.length);
        System.exit(report(Path.of(args[0]), args[1].strip(), rest, System.out));
    }

    static int report(Path root, String suites, List<String> alsoFailed, PrintStream out)
            throws IOException, ParserConfigurationException, SAXException {
        var report = new TestReport();
        for (var file : reports(root)) {
            report.add(file);
        }
        report.failed.addAll(alsoFailed);
        report.skipped.forEach(test -> out.println("skipped: " + test));
        report.failed.forEach(test -> out.println("FAILED: " + test));
        boolean nothingRan = report.passed + report.failed.size() == 0;
        if (nothingRan) {
            out.println(
                    "Nothing ran: no test of '%s' is there, or all were skipped."
                            .formatted(suites));
        }
        out.println(
                "%d passed, %d failed, %d skipped"
                        .formatted(report.passed, report.failed.size(), report.skipped.size()));
        return nothingRan || !report.failed.isEmpty() ? 1 : 0;
    }

    private static List<Path> reports(Path root) throws IOException {
        var reports = new ArrayList<Path>();
        try (var modules = Files.list(root)) {
            for (var module : modules.sorted().toList()) {
                var folder = module.resolve("target/surefire-reports");
                if (Files.isDirectory(folder)) {
                    try (var files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
                        files.forEach(reports::add);
                    }
                }
            }
        }
        return reports;
    }

    private void add(Path file) throws IOException, ParserConfigurationException, SAXException {
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        var cases = document.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            add((Element) cases.item(i));
        }
    }

    private void add(Element test) {
        var className = test.getAttribute("classname");
        var name =
                className.substring(className.lastIndexOf('.') + 1)
                        + "."
                        + test.getAttribute("name");
        for (var kind : List.of("failure", "error")) {
            if (has(test, kind)) {
                failed.add(name + ": " + firstLines(child(test, kind)));
                return;
            }
        }
        if (has(test, "skipped")) {
            skipped.add(name + ": " + reason(child(test, "skipped")));
            return;
        }
        passed++;
    }

    private static boolean has(Element test, String kind) {
        return test.getElementsByTagName(kind).getLength() > 0;
    }

    private static Element child(Element test, String kind) {
        return (Element) test.getElementsByTagName(kind).item(0);
    }

    private static String reason(Element skipped) {
        var message = skipped.getAttribute("message").strip();
        var said = message.isEmpty() ? skipped.getTextContent().strip() : message;
        return said.isEmpty() ? "no reason given" : said.lines().findFirst().orElse(said);
    }

    private static String firstLines(Element failure) {
        var text = failure.getTextContent().strip();
        var said = text.isEmpty() ? failure.getAttribute("message") : text;
        return String.join("\n    ", said.lines().limit(LINES_OF_A_FAILURE).toList());
    }
}
