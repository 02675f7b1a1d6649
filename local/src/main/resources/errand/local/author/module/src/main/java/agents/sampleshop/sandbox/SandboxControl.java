package agents.sampleshop.sandbox;

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
@ConditionalOnProperty(
        name = "errand.sample-shop.mode",
        havingValue = "sandbox",
        matchIfMissing = true)
class SandboxControl {

    private final StockControl stock;

    SandboxControl(Sandbox sandbox, Clock clock) {
        this.stock = sandbox.control(clock);
    }

    /**
     * @param id an offer id (that day) or an item id (every day)
     */
    @PatchMapping("/sandbox/items/{id}")
    Changed change(@PathVariable String id, @RequestBody Change change) {
        return stock.change(id, change);
    }
}
