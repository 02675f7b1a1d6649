package errand.fliggy.sandbox;

import errand.fliggy.travel.Searches;
import errand.fliggy.travel.SearchesContract;
import errand.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("integration")
class SandboxSearchesIT extends SearchesContract {

    private static final Sandbox SANDBOX = Sandbox.on(TestDatabase.forAgent("fliggy"), 42);

    @AfterAll
    static void closeSandbox() {
        SANDBOX.close();
    }

    @Override
    protected Searches searches() {
        return new Searches(SANDBOX.railway(), SANDBOX.flights(), SANDBOX.hotels());
    }
}
