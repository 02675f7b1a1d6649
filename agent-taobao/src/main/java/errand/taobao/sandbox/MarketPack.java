package errand.taobao.sandbox;

import errand.runtime.sandbox.pack.PackTable;
import errand.runtime.sandbox.pack.PackTables;
import errand.runtime.sandbox.pack.WorldPack;
import java.util.List;

/** Lets a world pack be checked without an agent. */
public final class MarketPack implements PackTables {

    @Override
    public List<PackTable<?>> tables() {
        return List.of(MarketTables.SELLERS, MarketTables.COUPONS, MarketTables.GOODS);
    }

    @Override
    public void check(WorldPack pack) {
        Catalogue unused = new Catalogue(0, 1, pack);
    }
}
