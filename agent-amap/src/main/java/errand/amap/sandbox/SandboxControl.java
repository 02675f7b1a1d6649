package errand.amap.sandbox;

import errand.runtime.sandbox.StockControl;
import errand.runtime.sandbox.StockControl.Change;
import errand.runtime.sandbox.StockControl.Changed;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Control of the world over HTTP, on the agent's own port: what is left, what it costs. */
@RestController
@ConditionalOnProperty(name = "errand.amap.mode", havingValue = "sandbox", matchIfMissing = true)
class SandboxControl {

    private static final String POSSIBLE =
            "Take an offerId from a search, such as M-HGH01-20261207, or an item such as"
                    + " M-HGH01 (its tables of every day).";

    private final StockControl stock;

    SandboxControl(Sandbox sandbox, Clock clock) {
        this.stock =
                new StockControl(sandbox.room(), sandbox::ware, sandbox::hasItem, POSSIBLE, clock);
    }

    /**
     * @param id an offer id (that day) or an item id (every day)
     */
    @PatchMapping("/sandbox/items/{id}")
    Changed change(@PathVariable String id, @RequestBody Change change) {
        return stock.change(id, change);
    }
}
