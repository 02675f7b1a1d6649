package errand.fliggy.live;

import errand.fliggy.travel.Searches;
import errand.fliggy.travel.SearchesContract;
import errand.testkit.vendor.FliggyStub;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The searches of the open platform keep what those of the sandbox keep. */
class LiveSearchesTest extends SearchesContract {

    private final Platform platform =
            new Platform()
                    .on(
                            "test.train.search",
                            asked ->
                                    FliggyStub.items(
                                            FliggyStub.journey(
                                                    "G43",
                                                    "二等座",
                                                    "2026-12-07 14:05",
                                                    "2026-12-07 18:38",
                                                    "626.00"),
                                            FliggyStub.journey(
                                                    "G31",
                                                    "二等座",
                                                    "2026-12-07 08:05",
                                                    "2026-12-07 12:38",
                                                    "553"),
                                            FliggyStub.journey(
                                                    "G31",
                                                    "一等座",
                                                    "2026-12-07 08:05",
                                                    "2026-12-07 12:38",
                                                    "930"),
                                            FliggyStub.journey(
                                                    "D9",
                                                    "二等座",
                                                    "2026-12-07 09:05",
                                                    "2026-12-07 19:38",
                                                    "400")))
                    .on(
                            "test.flight.search",
                            asked ->
                                    FliggyStub.items(
                                            FliggyStub.journey(
                                                    "MU5101",
                                                    "经济舱",
                                                    "2026-12-07 09:05:00",
                                                    "2026-12-07 12:20:00",
                                                    "980"),
                                            FliggyStub.journey(
                                                    "CA1301",
                                                    "经济舱",
                                                    "2026-12-07 14:05",
                                                    "2026-12-07 17:20",
                                                    "760"),
                                            FliggyStub.journey(
                                                    "CA1303",
                                                    "公务舱",
                                                    "2026-12-07 14:05",
                                                    "2026-12-07 17:20",
                                                    "2760")))
                    .on(
                            "test.hotel.search",
                            asked ->
                                    FliggyStub.items(
                                            FliggyStub.hotel("h1", "湖畔酒店", "豪华双床房", true, "520.5"),
                                            FliggyStub.hotel("h2", "城西酒店", "双床房", false, "388"),
                                            FliggyStub.hotel("h2", "城西酒店", "大床房", true, "360")));

    private final LiveTrains trains = new LiveTrains(search("test.train.search"), links());
    private final LiveFlights flights = new LiveFlights(search("test.flight.search"), links());
    private final LiveHotels hotels = new LiveHotels(search("test.hotel.search"), links());

    @AfterEach
    void closePlatform() {
        platform.close();
    }

    @Override
    protected Searches searches() {
        return new Searches(trains, flights, hotels);
    }

    private LiveSearch search(String method) {
        return platform.search(method);
    }

    private static LinkCheck links() {
        return new LinkCheck(List.of("fliggy.com"));
    }
}
