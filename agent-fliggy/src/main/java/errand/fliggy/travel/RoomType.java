package errand.fliggy.travel;

/** Room types of a hotel. */
public enum RoomType {
    KING("大床房", 100),
    TWIN("双床房", 103),
    FAMILY("家庭房", 140),
    SUITE("套房", 210);

    private final String zh;
    private final int percent;

    RoomType(String zh, int percent) {
        this.zh = zh;
        this.percent = percent;
    }

    public String zh() {
        return zh;
    }

    /** Price in per cent of a room with a large bed. */
    public int percent() {
        return percent;
    }
}
