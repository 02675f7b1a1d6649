package errand.amap.maps;

/** How exactly a place is known. */
public enum Precision {
    /** The place itself. */
    PLACE,
    /** A street address, placed in the middle of its district. */
    DISTRICT,
    /** A whole city, placed in its middle. */
    CITY
}
