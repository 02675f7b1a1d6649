package errand.fliggy.travel;

/** Seat classes of trains: the first three of high-speed trains, the others of ordinary ones. */
public enum SeatClass {
    SECOND("二等座", 100),
    FIRST("一等座", 160),
    BUSINESS("商务座", 310),
    HARD_SEAT("硬座", 100),
    HARD_SLEEPER("硬卧", 180),
    SOFT_SLEEPER("软卧", 280);

    private final String zh;
    private final int percent;

    SeatClass(String zh, int percent) {
        this.zh = zh;
        this.percent = percent;
    }

    public String zh() {
        return zh;
    }

    /** Price in per cent of the cheapest class of the same train. */
    public int percent() {
        return percent;
    }
}
