package errand.fliggy.travel;

/** Cabins of an aircraft. */
public enum Cabin {
    ECONOMY("经济舱", 100),
    BUSINESS("公务舱", 290),
    FIRST("头等舱", 420);

    private final String zh;
    private final int percent;

    Cabin(String zh, int percent) {
        this.zh = zh;
        this.percent = percent;
    }

    public String zh() {
        return zh;
    }

    /** Fare in per cent of economy at an ordinary price. */
    public int percent() {
        return percent;
    }
}
