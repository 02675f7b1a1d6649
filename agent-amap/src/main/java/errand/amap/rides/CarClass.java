package errand.amap.rides;

/**
 * What kind of car comes, and what it costs. Fares are fen; kilometres and minutes count on top.
 */
public enum CarClass {
    /** 快车: up to four people. */
    ECONOMY("快车", "economy car", 4, 1_200, 170, 40),
    /** 专车: a better car, up to four people. */
    COMFORT("专车", "comfort car", 4, 2_000, 270, 60),
    /** 六座商务车: up to six people. */
    VAN("六座商务车", "six-seat van", 6, 2_800, 360, 80);

    private final String zh;
    private final String en;
    private final int seats;
    private final long baseFen;
    private final long fenPerKilometre;
    private final long fenPerMinute;

    CarClass(
            String zh,
            String en,
            int seats,
            long baseFen,
            long fenPerKilometre,
            long fenPerMinute) {
        this.zh = zh;
        this.en = en;
        this.seats = seats;
        this.baseFen = baseFen;
        this.fenPerKilometre = fenPerKilometre;
        this.fenPerMinute = fenPerMinute;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** For passengers. */
    public int seats() {
        return seats;
    }

    /** Flag-fall with the first three kilometres. */
    public long baseFen() {
        return baseFen;
    }

    public long fenPerKilometre() {
        return fenPerKilometre;
    }

    public long fenPerMinute() {
        return fenPerMinute;
    }
}
