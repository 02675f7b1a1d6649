package errand.fliggy.live;

import errand.fliggy.FliggyAgent;
import errand.runtime.live.Secrets;
import errand.runtime.live.TopGateway;
import errand.runtime.live.VendorHttp;
import errand.testkit.SettableClock;
import errand.testkit.VendorStub.Answer;
import errand.testkit.VendorStub.Asked;
import errand.testkit.vendor.FliggyStub;
import errand.testkit.vendor.TopStub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The open platform on this machine, and the agent that calls it. */
final class Platform implements AutoCloseable {

    private final TopStub stub =
            new TopStub(FliggyStub.KEY, FliggyStub.SECRET, SettableClock.onMondayMorning());

    Platform on(String method, Function<Map<String, String>, Answer> answer) {
        stub.on(method, answer);
        return this;
    }

    List<Asked> asked() {
        return stub.asked();
    }

    LiveProperties properties() {
        return new LiveProperties(
                stub.base(),
                Duration.ofMillis(600),
                "test.train.search",
                "test.flight.search",
                "test.hotel.search",
                List.of("fliggy.com"));
    }

    FliggyAgent agent() {
        return agent(FliggyStub.SECRET);
    }

    FliggyAgent agent(String secret) {
        Secrets secrets =
                new Secrets(
                        Map.of(
                                LiveConfiguration.KEY,
                                FliggyStub.KEY,
                                LiveConfiguration.SECRET,
                                secret));
        return LiveConfiguration.agent(properties(), secrets, SettableClock.onMondayMorning());
    }

    /** One method, called as the agent calls it. */
    LiveSearch search(String method) {
        Secrets secrets = new Secrets(Map.of("KEY", FliggyStub.KEY, "SECRET", FliggyStub.SECRET));
        VendorHttp http = new VendorHttp("Fliggy", stub.base(), Duration.ofMillis(600));
        return new LiveSearch(
                new TopGateway(
                        "Fliggy",
                        http,
                        secrets.get("KEY"),
                        secrets.get("SECRET"),
                        SettableClock.onMondayMorning()),
                method);
    }

    @Override
    public void close() {
        stub.close();
    }
}
