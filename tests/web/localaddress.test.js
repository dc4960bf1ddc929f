// An address of this computer is known by its host, as the server knows it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isLocalAddress } from "../../timemap/web/page/localaddress.js";

test("an address of this computer works here alone", () => {
  for (const host of ["localhost", "map.localhost", "127.0.0.1", "127.1", "[::1]", "0.0.0.0", "[::]"])
    assert.ok(isLocalAddress(`http://${host}:8501/?words=x`), host);
});

test("an address of another computer works elsewhere too", () => {
  for (const host of ["maps.example.org", "192.168.0.7", "127.example.org", "localhost.example.org", "[2001:db8::1]"])
    assert.ok(!isLocalAddress(`http://${host}/`), host);
});
