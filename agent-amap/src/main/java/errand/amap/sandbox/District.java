package errand.amap.sandbox;

import errand.amap.maps.Location;

/** A part of a city and where its middle is. */
record District(String zh, String en, Location middle) {

    /** 滨江 for 滨江区: what things there are called after. */
    String stem() {
        String stem = zh.replaceAll("(新区|开发区|景区|街道|古镇|区|市|镇)$", "");
        return stem.length() < 2 ? zh : stem;
    }
}
