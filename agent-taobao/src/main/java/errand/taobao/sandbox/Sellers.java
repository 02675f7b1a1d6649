package errand.taobao.sandbox;

import errand.runtime.sandbox.Chance;
import errand.runtime.sandbox.Table;
import errand.taobao.sandbox.Seller.Coupon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All shops: two of each brand, and some that sell everything. The same for the same seed. */
final class Sellers {

    private static final List<List<Coupon>> COUPONS =
            List.of(
                    List.of(),
                    List.of(new Coupon(99, 10), new Coupon(300, 30)),
                    List.of(new Coupon(199, 20), new Coupon(1000, 100)),
                    List.of(new Coupon(300, 40), new Coupon(3000, 200)),
                    List.of(new Coupon(59, 5), new Coupon(500, 50), new Coupon(2000, 160)));

    private final long seed;
    private final Map<String, Seller> byName = new LinkedHashMap<>();

    Sellers(long seed) {
        this.seed = seed;
        Table.read("/taobao/malls.csv").forEach(row -> add(mall(row)));
    }

    /** Who sells this brand: its own shop, a dealer, and a mall that goes with the line. */
    List<Seller> of(String brand, int line) {
        List<Seller> malls = byName.values().stream().limit(3).toList();
        return List.of(
                byName.computeIfAbsent(brand + "旗舰店", this::official),
                byName.computeIfAbsent(brand + "专营店", this::dealer),
                malls.get(line % malls.size()));
    }

    /** A factory: no member price, no coupons, shipping by the parcel. */
    Seller factory(String name, int arrivesAfter) {
        return byName.computeIfAbsent(
                name,
                fresh ->
                        new Seller(
                                "f%03d".formatted(byName.size() + 1),
                                fresh,
                                100,
                                100,
                                List.of(),
                                200_000,
                                2_000,
                                arrivesAfter,
                                arrivesAfter + 3));
    }

    Optional<Seller> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<Seller> all() {
        return List.copyOf(byName.values());
    }

    /** None is left. */
    void clear() {
        byName.clear();
    }

    /** One that a world pack brings; under a name that is there it takes its place. */
    void add(Seller seller) {
        byName.put(seller.name(), seller);
    }

    private Seller official(String name) {
        Chance chance = Chance.of(seed, "seller", name);
        return new Seller(
                nextId(), name, 100, chance.in100(60) ? 95 : 100, coupons(chance), 0, 0, 1, 3);
    }

    private Seller dealer(String name) {
        Chance chance = Chance.of(seed, "seller", name);
        return new Seller(
                nextId(),
                name,
                chance.between(93, 103),
                100,
                coupons(chance),
                chance.in100(50) ? 4_900 : 9_900,
                chance.between(6, 12) * 100L,
                2,
                5);
    }

    private static List<Coupon> coupons(Chance chance) {
        return COUPONS.get(chance.between(0, COUPONS.size() - 1));
    }

    private Seller mall(List<String> row) {
        String[] days = row.get(6).split("-");
        return new Seller(
                nextId(),
                row.get(0),
                Integer.parseInt(row.get(1)),
                Integer.parseInt(row.get(2)),
                coupons(row.get(3)),
                Long.parseLong(row.get(4)) * 100,
                Long.parseLong(row.get(5)) * 100,
                Integer.parseInt(days[0]),
                Integer.parseInt(days[1]));
    }

    private static List<Coupon> coupons(String written) {
        List<Coupon> coupons = new ArrayList<>();
        Arrays.stream(written.split(";"))
                .filter(coupon -> coupon.length() > 1)
                .map(coupon -> coupon.split("-"))
                .forEach(
                        part ->
                                coupons.add(
                                        new Coupon(
                                                Integer.parseInt(part[0]),
                                                Integer.parseInt(part[1]))));
        return coupons;
    }

    private String nextId() {
        return "s%03d".formatted(byName.size() + 1);
    }
}
