package errand.taobao;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.reservation.Quoted;
import errand.taobao.market.CancelOrder;
import errand.taobao.market.GoodsOffers;
import errand.taobao.market.GoodsOrder;
import errand.taobao.market.GoodsQuote;
import errand.taobao.market.GoodsSearch;
import errand.taobao.market.Marketplace;
import errand.taobao.market.OrderCancelled;
import errand.taobao.market.OrderGoods;
import org.springframework.stereotype.Component;

/** What Taobao can do: goods. Knows which business does it, not how. */
@Component
public final class TaobaoAgent implements Agent {

    private final Marketplace market;

    public TaobaoAgent(Marketplace market) {
        this.market = market;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of("taobao")
                .can("goods.search", GoodsSearch.class, GoodsOffers.class, market::search)
                .described(
                        "Finds goods to buy online (商品, 购物, 比价) by free text, highest price and day of arrival;"
                                + " ranked by what one pays in the end (到手价: coupons, member price, shipping)")
                .reads()
                .can("goods.quote", GoodsQuote.class, Quoted.class, market::quote)
                .described(
                        "Quotes goods of one seller (商品报价) with all discounts and shipping; goods of several sellers need a quote each")
                .reads()
                .can("goods.order", OrderGoods.class, GoodsOrder.class, market::order)
                .described("Orders quoted goods (下单) at the quoted price")
                .commits()
                .undoneBy("goods.cancel")
                .can("goods.cancel", CancelOrder.class, OrderCancelled.class, market::cancel)
                .described("Cancels an order of goods (取消订单, 退货); says the fee and the refund")
                .commits()
                .forGood();
    }
}
