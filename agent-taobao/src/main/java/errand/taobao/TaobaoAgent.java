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
            table.limited(
                    "淘宝开放平台不能代人下单：这里能找商品、看商品，给您购买链接，由您自己下单付款。",
                    "Taobao's open platform cannot order for a person: goods can be found and shown here, with a link (taobao.order.link) where the person buys.");
        }
        return table;
    }
}
