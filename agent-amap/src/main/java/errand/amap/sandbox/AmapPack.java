package errand.amap.sandbox;

import errand.runtime.sandbox.pack.PackTable;
import errand.runtime.sandbox.pack.PackTables;
import errand.runtime.sandbox.pack.WorldPack;
import java.util.List;

/** What a world pack may bring to the map. */
public final class AmapPack implements PackTables {

    private static final long ANY_SEED = 42;

    @Override
    public List<PackTable<?>> tables() {
        return List.of(PackedPlaces.TABLE, KeptPlace.TABLE);
    }

    @Override
    public void check(WorldPack pack) {
        WorldMap.of(ANY_SEED, 1, pack);
    }
}
