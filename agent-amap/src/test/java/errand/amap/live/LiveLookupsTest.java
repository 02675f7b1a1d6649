package errand.amap.live;

import errand.amap.Services;
import errand.amap.maps.LookupsContract;
import org.junit.jupiter.api.AfterEach;

class LiveLookupsTest extends LookupsContract {

    private final AmapStub amap = new AmapStub();
    private final Services live = LiveConfiguration.services(amap.properties(), AmapStub.secrets());

    @AfterEach
    void stop() {
        amap.close();
    }

    @Override
    protected Services services() {
        return live;
    }
}
