package errand.amap.sandbox;

import errand.amap.Services;
import errand.amap.maps.LookupsContract;

class SandboxLookupsTest extends LookupsContract {

    private static final Services SANDBOX =
            Services.lookups(
                    Worlds.ONE.map,
                    Worlds.ONE.guide,
                    new SandboxWeather(Worlds.ONE.cities, new Climate(42)));

    @Override
    protected Services services() {
        return SANDBOX;
    }
}
