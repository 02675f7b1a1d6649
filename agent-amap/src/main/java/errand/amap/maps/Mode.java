package errand.amap.maps;

/** How one gets there. */
public enum Mode {
    DRIVING("驾车", "driving"),
    TRANSIT("公共交通", "public transport"),
    TAXI("打车", "taxi"),
    WALKING("步行", "walking"),
    CYCLING("骑行", "cycling");

    private final String zh;
    private final String en;

    Mode(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
