package errand.fliggy.travel;

/** Seat classes of a high-speed train. */
public enum SeatClass {
    SECOND("二等座", 100),
    FIRST("一等座", 160),
    BUSINESS("商务座", 310);

    private final String zh;
    private final int percent;

    SeatClass(String zh, int percent) {
        this.zh = zh;
        this.percent = percent;
    }

    public String zh() {
        return zh;
    }

    /** Price in per cent of the second class. */
    public int percent() {
        return percent;
    }
}
