package errand.taobao;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.taobao.market.Marketplace;
import org.springframework.stereotype.Component;

/**
 * What Taobao can do: goods, carts, orders, coupons, wholesale. Knows which business does it, not
 * how, and offers only what that business can do.
 */
@Component
public final class TaobaoAgent implements Agent {

    private final Marketplace market;

    public TaobaoAgent(Marketplace market) {
        this.market = market;
    }

    @Override
    public Capabilities capabilities() {
        Capabilities table = Capabilities.of("taobao").version("2");
        LookingRows.goods(table, market.goods());
        if (market.advice() != null) {
            LookingRows.advice(table, market.advice());
        }
        if (market.cart() != null) {
            BuyingRows.cart(table, market.cart());
        }
        if (market.wholesale() != null) {
            BuyingRows.wholesale(table, market.wholesale());
        }
        if (market.orders() != null) {
            BuyingRows.orders(table, market.orders());
            BuyingRows.afterwards(table, market.orders());
        }
        if (market.coupons() != null) {
            BuyingRows.coupons(table, market.coupons());
        }
        if (market.links() != null) {
            LookingRows.links(table, market.links());
        }
        return table;
    }
}
