package errand.local;

import errand.testkit.vendor.AlipayStub;
import errand.testkit.vendor.AmapStub;
import errand.testkit.vendor.FliggyStub;
import errand.testkit.vendor.Rsa2;
import errand.testkit.vendor.TaobaoStub;
import errand.testkit.vendor.TopStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The vendors of all agents on this machine, and the environment that leads live agents to them, as
 * docs/reference has it.
 */
record Vendors(AmapStub amap, TopStub taobao, TopStub fliggy, AlipayStub alipay)
        implements AutoCloseable {

    /** Methods as the platform might have granted them; none for hotels. */
    private static final String TRAINS = "test.train.search";

    private static final String FLIGHTS = "test.flight.search";

    static Vendors start(LocalDate travelDay) {
        Clock clock = Clock.systemUTC();
        return new Vendors(
                new AmapStub(clock),
                TaobaoStub.start(clock),
                new TopStub(FliggyStub.KEY, FliggyStub.SECRET, clock)
                        .on(
                                TRAINS,
                                asked ->
                                        FliggyStub.items(
                                                FliggyStub.journey(
                                                        "G43",
                                                        "二等座",
                                                        travelDay + " 14:05",
                                                        travelDay + " 18:38",
                                                        "626.00")))
                        .on(FLIGHTS, asked -> FliggyStub.items()),
                new AlipayStub());
    }

    /**
     * All five live.
     *
     * @param folder for the secrets that stand in files
     */
    Map<String, String> environment(Path folder) throws IOException {
        Map<String, String> all = new HashMap<>();
        for (String agent : List.of("AMAP", "TAOBAO", "FLIGGY", "ALIPAY", "FLASH")) {
            all.put("ERRAND_%s_MODE".formatted(agent), "live");
        }
        all.put("ERRAND_AMAP_LIVE_BASE", amap.base().toString());
        all.put("ERRAND_AMAP_KEY", AmapStub.KEY);
        all.put("ERRAND_AMAP_PRIVATE_KEY", AmapStub.PRIVATE_KEY);
        all.put("ERRAND_TAOBAO_LIVE_URL", taobao.base().toString());
        all.put("ERRAND_TAOBAO_LIVE_ADZONE_ID", TaobaoStub.ADZONE_ID);
        all.put("ERRAND_TAOBAO_KEY", TaobaoStub.KEY);
        all.put("ERRAND_TAOBAO_SECRET_FILE", file(folder, "taobao", TaobaoStub.SECRET));
        all.put("ERRAND_FLIGGY_LIVE_URL", fliggy.base().toString());
        all.put("ERRAND_FLIGGY_LIVE_TRAIN_SEARCH", TRAINS);
        all.put("ERRAND_FLIGGY_LIVE_FLIGHT_SEARCH", FLIGHTS);
        all.put("ERRAND_FLIGGY_KEY", FliggyStub.KEY);
        all.put("ERRAND_FLIGGY_SECRET", FliggyStub.SECRET);
        all.put("ERRAND_ALIPAY_LIVE_GATEWAY", alipay.gateway().toString());
        all.put("ERRAND_ALIPAY_LIVE_APP_ID", AlipayStub.APP_ID);
        all.put("ERRAND_ALIPAY_LIVE_SELLER_ID", AlipayStub.SELLER_ID);
        all.put("ERRAND_ALIPAY_LIVE_PAYEES", "bench:*");
        all.put("ERRAND_ALIPAY_APP_PRIVATE_KEY_FILE", file(folder, "app", privateKey()));
        all.put("ERRAND_ALIPAY_PUBLIC_KEY", Rsa2.base64(Rsa2.ALIPAY.getPublic()));
        return all;
    }

    private static String file(Path folder, String name, String secret) throws IOException {
        return Files.writeString(folder.resolve(name + ".secret"), secret + "\n").toString();
    }

    private static String privateKey() {
        return Rsa2.base64(Rsa2.APP.getPrivate());
    }

    /** What must stand nowhere; of the long key a part that tells it. */
    static String[] secrets() {
        return new String[] {
            AmapStub.KEY,
            AmapStub.PRIVATE_KEY,
            TaobaoStub.SECRET,
            FliggyStub.SECRET,
            privateKey().substring(100, 140)
        };
    }

    @Override
    public void close() {
        amap.close();
        taobao.close();
        fliggy.close();
        alipay.close();
    }
}
