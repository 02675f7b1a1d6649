package errand.runtime.sandbox;

import errand.runtime.sandbox.StockControl.Change;
import errand.runtime.sandbox.StockControl.Changed;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Control of the world over HTTP, on the agent's own port: what is left, what it costs. */
@RestController
public final class StockEndpoint {

    private final StockControl stock;

    public StockEndpoint(StockControl stock) {
        this.stock = stock;
    }

    /**
     * @param id as of {@link StockControl#change}
     */
    @PatchMapping("/sandbox/items/{id}")
    Changed change(@PathVariable String id, @RequestBody Change change) {
        return stock.change(id, change);
    }
}
