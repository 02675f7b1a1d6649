package errand.testkit.vendor;

import errand.testkit.VendorStub.Answer;

/** Answers of the interfaces for travel behind the gateway ({@link TopStub}), item by item. */
public final class FliggyStub {

    /** {@code ERRAND_FLIGGY_KEY} here. */
    public static final String KEY = "12345678";

    /** {@code ERRAND_FLIGGY_SECRET} here. */
    public static final String SECRET = "helloworld";

    private FliggyStub() {}

    /** A search that found these. */
    public static Answer items(String... items) {
        return Answer.json(
                "{\"search_response\":{\"items\":[%s],\"request_id\":\"r1\"}}"
                        .formatted(String.join(",", items)));
    }

    /**
     * A train or a flight.
     *
     * @param departs {@code 2026-12-07 14:05}, as {@code arrives}
     */
    public static String journey(
            String number, String seat, String departs, String arrives, String yuan) {
        return """
               {"adultPrice":"%s","jumpUrl":"https://a.fliggy.com/item?no=%s","journeys":[{"segments":[
                {"depStationCode":"AAA","depStationName":"起","depDateTime":"%s","arrStationCode":"BBB",
                 "arrStationName":"终","arrDateTime":"%s","marketingTransportNo":"%s","seatClassName":"%s"}]}]}
               """
                .formatted(yuan, number, departs, arrives, number, seat);
    }

    /** A room of a hotel of four stars in Hangzhou. */
    public static String hotel(
            String id, String name, String room, boolean breakfast, String yuan) {
        return """
               {"hotelId":"%s","hotelName":"%s","address":"杭州市西湖区","star":4,"roomTypeName":"%s",
                "breakfast":%b,"price":"%s","jumpUrl":"https://hotel.fliggy.com/%s"}
               """
                .formatted(id, name, room, breakfast, yuan, id);
    }
}
