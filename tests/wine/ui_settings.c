/* The class Windows.UI.ViewManagement.UISettings, of which Qt asks the colours of the
   system and which this Wine does not have: Qt ends with an exception without it.

   Lives in the lab's Wine only. There is one object, it never dies, and its colours are
   those of a light desktop with the accent that Windows comes with. */
#define INITGUID
#include <windows.h>
#include <activation.h>

typedef struct {
    BYTE alpha, red, green, blue;
} Color;

enum { BACKGROUND = 0, FOREGROUND = 1 };

DEFINE_GUID(IID_Agile, 0x94ea2b94, 0xe9cc, 0x49e0,
            0xc0, 0xff, 0xee, 0x64, 0xca, 0x8f, 0x5b, 0x90);
DEFINE_GUID(IID_Settings, 0x85361600, 0x1c63, 0x4627,
            0xbc, 0xb1, 0x3a, 0x89, 0xe0, 0xbc, 0x9c, 0x55);
DEFINE_GUID(IID_Settings3, 0x03021be4, 0x5254, 0x4781,
            0x81, 0x94, 0x51, 0x68, 0xf7, 0xd0, 0x6d, 0x7b);

/* A table of functions, long enough for every interface in here. The first six are
   those of IInspectable. */
typedef struct {
    void *functions[20];
} Table;

static struct { const Table *table; } factory, settings, settings3;

static BOOL is_one_of(REFIID asked, const IID *const *known)
{
    for (; *known; known++)
        if (IsEqualIID(asked, *known))
            return TRUE;
    return FALSE;
}

static HRESULT WINAPI query_settings(void *self, REFIID asked, void **found)
{
    static const IID *const plain[] = {&IID_IUnknown, &IID_IInspectable, &IID_Agile,
                                       &IID_Settings, NULL};
    static const IID *const coloured[] = {&IID_Settings3, NULL};
    (void)self;
    *found = is_one_of(asked, plain) ? (void *)&settings
           : is_one_of(asked, coloured) ? (void *)&settings3
           : NULL;
    return *found ? S_OK : E_NOINTERFACE;
}

static HRESULT WINAPI query_factory(void *self, REFIID asked, void **found)
{
    static const IID *const known[] = {&IID_IUnknown, &IID_IInspectable, &IID_Agile,
                                       &IID_IActivationFactory, NULL};
    *found = is_one_of(asked, known) ? self : NULL;
    return *found ? S_OK : E_NOINTERFACE;
}

static ULONG WINAPI count(void *self)
{
    (void)self;
    return 1;
}

static HRESULT WINAPI absent(void)
{
    return E_NOTIMPL;
}

static HRESULT WINAPI activate(void *self, void **made)
{
    (void)self;
    *made = &settings;
    return S_OK;
}

static HRESULT WINAPI color_value(void *self, int which, Color *color)
{
    static const Color white = {255, 255, 255, 255}, black = {255, 0, 0, 0},
                       blue = {255, 0, 120, 215};
    (void)self;
    *color = which == BACKGROUND ? white : which == FOREGROUND ? black : blue;
    return S_OK;
}

/* The colours never change, so that there is nobody to tell. */
static HRESULT WINAPI watch(void *self, void *handler, INT64 *token)
{
    (void)self, (void)handler;
    *token = 1;
    return S_OK;
}

static HRESULT WINAPI forget(void *self, INT64 token)
{
    (void)self, (void)token;
    return S_OK;
}

#define NOTHING_MORE absent, absent, absent, absent, absent, absent, absent, \
                     absent, absent, absent, absent

static const Table factory_table = {
    {query_factory, count, count, absent, absent, absent, activate}};
static const Table settings_table = {
    {query_settings, count, count, absent, absent, absent, absent, absent, absent,
     NOTHING_MORE}};
static const Table settings3_table = {
    {query_settings, count, count, absent, absent, absent, color_value, watch, forget,
     NOTHING_MORE}};

__declspec(dllexport) HRESULT WINAPI DllGetActivationFactory(void *name, void **made)
{
    (void)name;
    factory.table = &factory_table;
    settings.table = &settings_table;
    settings3.table = &settings3_table;
    *made = &factory;
    return S_OK;
}

__declspec(dllexport) HRESULT WINAPI DllCanUnloadNow(void)
{
    return S_FALSE;
}
