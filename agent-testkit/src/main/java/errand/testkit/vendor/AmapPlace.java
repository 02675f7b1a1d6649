package errand.testkit.vendor;

import java.util.List;
import java.util.Locale;

/**
 * A point of interest of Hangzhou, in the coordinates of Amap (GCJ-02).
 *
 * @param rating as text; empty where Amap has none
 * @param cost JSON of what a person spends there
 */
record AmapPlace(
        String id,
        String name,
        String typecode,
        String district,
        String address,
        double lon,
        double lat,
        String rating,
        String cost) {

    private static final double EARTH_METRES = 6_371_000;

    static final List<AmapPlace> ALL =
            List.of(
                    place("B0LAKE 西湖 110202 西湖区 龙井路1号", 120.147726, 30.243689, "4.9", "[]"),
                    place("B0XIXI 西溪园区 120201 余杭区 文一西路969号", 120.030749, 30.277121, "", "[]"),
                    place("B0EAST 杭州东站 150200 上城区 天城路1号", 120.217534, 30.288273, "4.5", "[]"),
                    place(
                            "B0SILK 中国丝绸博物馆 140100 西湖区 玉皇山路73-1号",
                            120.160688,
                            30.223666,
                            "4.8",
                            "\"0.00\""),
                    place(
                            "B0MUSE 浙江省博物馆 140100|110000 西湖区 孤山路25号",
                            120.150718,
                            30.251185,
                            "4.7",
                            "[]"),
                    place(
                            "B0DUCK 楼外楼 050100 西湖区 孤山路30号",
                            120.146729,
                            30.252191,
                            "4.4",
                            "\"168.00\""));

    private static AmapPlace place(
            String words, double lon, double lat, String rating, String cost) {
        String[] word = words.split(" ");
        return new AmapPlace(word[0], word[1], word[2], word[3], word[4], lon, lat, rating, cost);
    }

    /** {@code 120.147726,30.243689}. */
    String location() {
        return String.format(Locale.ROOT, "%.6f,%.6f", lon, lat);
    }

    double metresTo(String location) {
        return metres(location(), location);
    }

    /** As the crow flies, between two points written as Amap writes them. */
    static double metres(String from, String to) {
        double[] a = radians(from);
        double[] b = radians(to);
        double square =
                Math.pow(Math.sin((b[1] - a[1]) / 2), 2)
                        + Math.cos(a[1])
                                * Math.cos(b[1])
                                * Math.pow(Math.sin((b[0] - a[0]) / 2), 2);
        return 2 * EARTH_METRES * Math.asin(Math.sqrt(square));
    }

    private static double[] radians(String location) {
        String[] degrees = location.split(",");
        return new double[] {
            Math.toRadians(Double.parseDouble(degrees[0])),
            Math.toRadians(Double.parseDouble(degrees[1]))
        };
    }

    /**
     * As Amap answers it.
     *
     * @param distance JSON: metres as text, or an empty list
     */
    String json(String distance) {
        return """
        {"id":"%s","name":"%s","tag":[],"type":"x","typecode":"%s","address":"%s",
         "location":"%s","pname":"浙江省","cityname":"杭州市","adname":"%s","adcode":"330106",
         "distance":%s,"alias":[],"tel":[],
         "biz_ext":{"rating":%s,"cost":%s,"open_time":"09:00-17:00"},
         "photos":[{"title":[],"url":"http://store.is.autonavi.com/showpic/%s"}]}"""
                .formatted(
                        id,
                        name,
                        typecode,
                        address,
                        location(),
                        district,
                        distance,
                        rating.isEmpty() ? "[]" : "\"" + rating + "\"",
                        cost,
                        id);
    }
}
