package errand.amap;

/** How one gets there. */
enum Mode {
    DRIVE("驾车"),
    TRANSIT("公共交通"),
    WALK("步行"),
    TAXI("打车");

    private final String zh;

    Mode(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
