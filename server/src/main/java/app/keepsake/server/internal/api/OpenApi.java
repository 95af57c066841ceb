package app.keepsake.server.internal.api;

import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The API's description (OpenAPI 3.1), made of the endpoints themselves and of the records they take and give. */
final class OpenApi {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final String JSON = "application/json";

    private final Map<String, Object> schemas = new TreeMap<>();

    private OpenApi() {}

    static Map<String, Object> of(List<Endpoint> endpoints) {
        return new OpenApi().describe(endpoints);
    }

    private Map<String, Object> describe(List<Endpoint> endpoints) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (Endpoint endpoint : endpoints) {
            paths.computeIfAbsent(endpoint.path(), path -> new LinkedHashMap<>())
                    .put(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("openapi", "3.1.0");
        all.put("info", Map.of("title", "Keepsake", "version", "1"));
        all.put("paths", paths);
        all.put("components", Map.of("schemas", schemas));
        return all;
    }

    private Map<String, Object> operation(Endpoint endpoint) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", endpoint.summary());
        List<Object> parameters = new ArrayList<>();
        PARAMETER
                .matcher(endpoint.path())
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(name -> parameters.add(parameter(name, "path")));
        endpoint.query().forEach(name -> parameters.add(parameter(name, "query")));
        operation.put("parameters", parameters);
        if (endpoint.takes() == byte[].class) {
            operation.put("requestBody", Map.of("required", true, "content", Map.of("application/zip", Map.of())));
        } else if (endpoint.takes() != Void.class) {
            operation.put("requestBody", Map.of("required", true, "content", json(endpoint.takes())));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        if (endpoint.gives() == Void.class) {
            responses.put("204", Map.of("description", "Done."));
        } else if (endpoint.gives() == byte[].class) {
            responses.put("200", Map.of("description", "The file or stream."));
        } else {
            responses.put("200", Map.of("description", "Done.", "content", json(endpoint.gives())));
        }
        responses.put("default", Map.of("description", "What is wrong.", "content", json(Problem.Shape.class)));
        operation.put("responses", responses);
        return operation;
    }

    private static Map<String, Object> parameter(String name, String in) {
        return Map.of("name", name, "in", in, "required", in.equals("path"), "schema", Map.of("type", "string"));
    }

    private Map<String, Object> json(Class<?> type) {
        return Map.of(JSON, Map.of("schema", schema(type)));
    }

    private Object schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type inner = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (Collection.class.isAssignableFrom(raw)) {
                return Map.of("type", "array", "items", schema(inner));
            }
            return raw == Optional.class ? schema(inner) : Map.of("type", "object");
        }
        if (type == String.class) {
            return Map.of("type", "string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Map.of("type", "integer");
        }
        if (type == double.class || type == Double.class) {
            return Map.of("type", "number");
        }
        Class<?> raw = (Class<?>) type;
        return raw.isRecord() ? reference(raw) : Map.of("type", "object");
    }

    private Object reference(Class<?> type) {
        String name = name(type);
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of());
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                properties.put(component.getName(), schema(component.getGenericType()));
                if (component.getType() != Optional.class) {
                    required.add(component.getName());
                }
            }
            schemas.put(name, Map.of("type", "object", "properties", properties, "required", required));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private static String name(Class<?> type) {
        SchemaName known = type.getAnnotation(SchemaName.class);
        if (known != null) {
            return known.value();
        }
        String outer =
                type.getDeclaringClass() == null ? "" : type.getDeclaringClass().getSimpleName();
        return outer.replace("Routes", "") + type.getSimpleName();
    }
}
