package errand.local.author;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests of a class in a JVM of its own and prints the names of those that fail. */
public final class FailingTests {

    private FailingTests() {}

    public static void main(String[] args) {
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(args[0]))
                                .build(),
                        listener);
        var summary = listener.getSummary();
        System.out.println("found " + summary.getTestsFoundCount());
        summary.getFailures()
                .forEach(
                        failure ->
                                System.out.println(
                                        "failed " + failure.getTestIdentifier().getDisplayName()));
        System.exit(0);
    }
}
