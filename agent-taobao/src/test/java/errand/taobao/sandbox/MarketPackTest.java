package errand.taobao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.runtime.sandbox.pack.BadWorldPack;
import errand.runtime.sandbox.pack.PackFault;
import errand.runtime.sandbox.pack.PackTable;
import errand.runtime.sandbox.pack.PackTables;
import errand.runtime.sandbox.pack.WorldPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketPackTest {

    private static final String SELLERS =
            """
            id,name,member-percent,free-from,shipping,days-fewest,days-most
            tea-house,湖山茶铺,95,49,8,1,2
            """;
    private static final String GOODS =
            """
            id,title,seller,price,category,brand,variant,english,words,attributes,stock,tiers
            tea-001,湖山 明前龙井 250g,tea-house,168,茗茶,湖山,自饮装,spring longjing,龙井茶;绿茶;tea,产地=杭州,40,
            tea-002,湖山 明前龙井 250g,tea-house,188,茗茶,湖山,礼盒装,spring longjing gift,龙井茶,产地=杭州,0,
            tea-003,湖山 龙井 散装,tea-house,99,茗茶,湖山,,,龙井茶,,5000,20=90;200=70
            cup-001,云枢旗舰店联名杯,云枢旗舰店,59,联名杯,云枢,,joint cup,联名杯,,9,
            """;
    private static final String COUPONS =
            """
            id,seller,from,off,claim,total,days
            tea-20,tea-house,150,20,yes,5,3
            tea-auto,tea-house,100,10,no,,
            all-5,,50,5,yes,,
            """;

    @TempDir Path folder;

    private WorldPack pack(String sellers, String goods, String coupons) throws IOException {
        Files.createDirectories(folder.resolve("taobao"));
        Files.writeString(folder.resolve("taobao/sellers.csv"), sellers);
        Files.writeString(folder.resolve("taobao/goods.csv"), goods);
        Files.writeString(folder.resolve("taobao/coupons.csv"), coupons);
        return WorldPack.in(folder);
    }

    @Test
    void what_a_pack_brings_is_found_beside_what_is_generated() throws IOException {
        WorldPack pack = pack(SELLERS, GOODS, COUPONS);
        Catalogue world = new Catalogue(42, 1, pack);
        pack.verify();

        assertThat(world.goods()).containsAll(new Catalogue(42).goods());
        assertThat(world.about("明前龙井")).extracting(Good::skuId).contains("tea-001", "tea-002");
        assertThat(world.about("联名杯")).extracting(Good::skuId).containsExactly("cup-001");
        assertThat(world.about("spring longjing gift")).extracting(Good::skuId).contains("tea-002");
        assertThat(world.factories().about("龙井茶")).extracting(Good::skuId).contains("tea-003");
        Good good = world.good("tea-001").orElseThrow();
        assertThat(world.stock(good, LocalDate.EPOCH)).isEqualTo(40);
        assertThat(world.variants(good))
                .extracting(Good::skuId)
                .containsExactly("tea-001", "tea-002");
        assertThat(good.seller().coupons()).containsExactly(new Seller.Coupon(100, 10));
        assertThat(world.coupons().rule("tea-20").orElseThrow().total()).isEqualTo(5);
        assertThat(world.coupons().rule("CP01")).isPresent();
    }

    @Test
    void a_pack_may_stand_instead_of_all_that_is_generated() throws IOException {
        Files.writeString(
                folder.resolve("world.properties"),
                "replace = taobao/goods.csv, taobao/sellers.csv, taobao/coupons.csv\n");
        WorldPack pack =
                pack(SELLERS, GOODS.lines().limit(4).reduce("", (a, b) -> a + b + "\n"), COUPONS);
        Catalogue world = new Catalogue(42, 1, pack);
        pack.verify();

        assertThat(world.goods()).extracting(Good::skuId).containsExactly("tea-001", "tea-002");
        assertThat(world.inQuantity()).extracting(Good::skuId).containsExactly("tea-003");
        assertThat(world.coupons().all())
                .extracting(CouponRule::couponId)
                .containsExactly("tea-20", "all-5");
        assertThat(world.coupons().sellers()).extracting(Seller::name).containsExactly("湖山茶铺");
        assertThat(world.about("tea")).extracting(Good::skuId).contains("tea-001");
        assertThat(world.about("轻薄本")).isEmpty();
    }

    @Test
    void every_bad_row_is_said_with_file_line_and_reason() throws IOException {
        WorldPack pack =
                pack(
                        """
                        id,name,days-fewest,days-most
                        s001,甲,1,1
                        b,乙,5,2
                        """,
                        """
                        id,title,seller,price,category,tiers,attributes,deposit
                        S001001,a,甲,1,c,,,
                        g2,a,nobody,1,c,,,
                        g3,a,nobody,1,c,20=9;10=8,no-value,5
                        """,
                        """
                        id,seller,from,off,claim
                        k1,nobody,100,10,yes
                        k2,,100,10,no
                        k3,,10,10,yes
                        """);
        new MarketPack().check(pack);

        assertThat(pack.faults())
                .extracting(PackFault::toString)
                .containsExactlyInAnyOrder(
                        "taobao/sellers.csv:2: id: 's001' looks like an id of the generated world.",
                        "taobao/sellers.csv:3: days-most: It is less than days-fewest.",
                        "taobao/goods.csv:2: id: 'S001001' looks like an id of the generated world.",
                        "taobao/goods.csv:3: seller: There is no shop 'nobody'.",
                        "taobao/goods.csv:4: tiers: '10=8' is not more pieces for less.",
                        "taobao/goods.csv:4: attributes: 'no-value' is not name=value.",
                        "taobao/goods.csv:4: deposit: It must be less than the price.",
                        "taobao/coupons.csv:2: seller: There is no shop 'nobody'.",
                        "taobao/coupons.csv:3: claim: What counts by itself needs a seller.",
                        "taobao/coupons.csv:4: off: It must be less than from.");
        assertThatThrownBy(pack::verify).isInstanceOf(BadWorldPack.class);
    }

    @Test
    void its_tables_are_found_by_whoever_checks_packs() {
        List<PackTables> found =
                ServiceLoader.load(PackTables.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();

        assertThat(found.stream().flatMap(each -> each.tables().stream()))
                .extracting(PackTable::path)
                .contains("taobao/goods.csv", "taobao/sellers.csv", "taobao/coupons.csv");
    }
}
