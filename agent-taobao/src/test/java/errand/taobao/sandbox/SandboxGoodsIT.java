package errand.taobao.sandbox;

import errand.taobao.market.Goods;
import errand.taobao.market.GoodsContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/** What every marketplace keeps, kept by the sandbox. */
@Tag("integration")
class SandboxGoodsIT extends GoodsContract {

    private final Market market = new Market();

    @AfterEach
    void close() {
        market.close();
    }

    @Override
    protected Goods goods() {
        return market.sandbox.market().goods();
    }
}
