package errand.amap.live;

import errand.runtime.live.Secrets;
import errand.testkit.vendor.AmapStub;
import java.time.Duration;
import java.util.Map;

/** Settings that lead to the stub, and secrets that are the right ones. */
final class Stubbed {

    private Stubbed() {}

    static LiveProperties properties(AmapStub amap) {
        return new LiveProperties(amap.base(), Duration.ofSeconds(2));
    }

    static Secrets secrets() {
        return new Secrets(
                Map.of(
                        "ERRAND_AMAP_KEY",
                        AmapStub.KEY,
                        "ERRAND_AMAP_PRIVATE_KEY",
                        AmapStub.PRIVATE_KEY));
    }
}
