package errand.amap.live;

import errand.amap.Services;
import errand.amap.maps.LookupsContract;
import errand.testkit.SettableClock;
import errand.testkit.Tasks;
import errand.testkit.vendor.AmapStub;
import org.junit.jupiter.api.AfterEach;

class LiveLookupsTest extends LookupsContract {

    private final AmapStub amap = new AmapStub(SettableClock.at(Tasks.NOW));
    private final Services live =
            LiveConfiguration.services(Stubbed.properties(amap), Stubbed.secrets());

    @AfterEach
    void stop() {
        amap.close();
    }

    @Override
    protected Services services() {
        return live;
    }
}
