package errand.bench.frame;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way a figure should go. */
public enum Better {
    @JsonProperty("higher")
    HIGHER,
    @JsonProperty("lower")
    LOWER
}
