package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;

/** An open shop that delivers there. */
public record ShopOffer(
        @Describe("What order.quote takes") String shopId,
        @Describe("Its name") String name,
        @Describe("What fits, best first, then cheapest") List<MenuItem> items,
        @Describe("Order goods for at least this (起送价)") Money minimumOrder,
        @Describe("Estimated minutes to the door") int etaMinutes,
        @Describe("For delivery (配送费)") Money deliveryFee,
        @Describe("When it delivers, such as 07:30–21:30") String hours,
        @Describe("For packing, once an order (包装费)") Money packingFee,
        @Describe("What people think of it (评分), 1 to 5") double rating,
        @Describe("Orders in the last 30 days (月售)") int monthlyOrders,
        @Describe("How far away it is") int metres,
        @Describe("A picture, as a data URI") String image) {}
